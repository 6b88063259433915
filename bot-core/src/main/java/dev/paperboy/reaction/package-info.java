/** What an emoji means under a paper that Paperboy has posted. */
@NullMarked
package dev.paperboy.reaction;

import org.jspecify.annotations.NullMarked;
