/** Carries new papers and new counts from the sources into index and store, and remembers how far it came. */
@NullMarked
package dev.paperboy.feed;

import org.jspecify.annotations.NullMarked;
