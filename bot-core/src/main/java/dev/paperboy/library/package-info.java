/** What a person keeps: one private list of papers each. */
@NullMarked
package dev.paperboy.library;

import org.jspecify.annotations.NullMarked;
