/** The scheduled post, from interest to message, once: planned durably, then delivered part by part. */
@NullMarked
package dev.paperboy.digest;

import org.jspecify.annotations.NullMarked;
