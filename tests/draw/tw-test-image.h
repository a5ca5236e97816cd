/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tw-canvas.h"

/* A picture to paint on and to look at, one pixel per unit, at first of one colour. */
typedef struct
{
  cairo_surface_t *surface;
  cairo_t *cr;
  TwMetrics *metrics;
  TwCanvas *canvas;
} TwTestImage;

void tw_test_image_init (TwTestImage *image, int width, int height, const TwRgba *background);
void tw_test_image_clear (TwTestImage *image);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TwTestImage, tw_test_image_clear)

/* The pixel's colour as 0xRRGGBB. */
guint32 tw_test_image_pixel (TwTestImage *image, int x, int y);
/* The pixels of a rectangle that are within a few steps of a colour. */
guint tw_test_image_count (TwTestImage *image, TwRect rect, const TwRgba *color);
/* The pixels of a rectangle that aren't of a colour: what was painted on it. */
guint tw_test_image_painted (TwTestImage *image, TwRect rect, const TwRgba *background);
