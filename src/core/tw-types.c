/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "tw-types.h"

G_DEFINE_QUARK (tw - error - quark, tw_error)
