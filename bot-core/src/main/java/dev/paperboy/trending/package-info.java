/** What is hot at an instant, and the sum that says why: computed from what had been observed by then, nothing else. */
@NullMarked
package dev.paperboy.trending;

import org.jspecify.annotations.NullMarked;
