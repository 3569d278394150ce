/**
 * What all HTTP interfaces have in common: lists in pages, cursors, limits, ids in paths, texts without U+0000, trailing
 * slashes, the frame of the OpenAPI documents. Owns no data.
 */
@NullMarked
package dev.parley.platform.web;

import org.jspecify.annotations.NullMarked;
