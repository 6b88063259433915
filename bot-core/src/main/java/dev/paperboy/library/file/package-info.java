/** A reading list as a file: written for other programs, and read back from theirs. */
@NullMarked
package dev.paperboy.library.file;

import org.jspecify.annotations.NullMarked;
