/** Finds papers by words, by fields and by likeness: the port, the query language and its reading. */
@NullMarked
package dev.paperboy.index;

import org.jspecify.annotations.NullMarked;
