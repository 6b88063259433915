/** Where papers and the counts around them come from: the port that every source keeps, and polite HTTP for all. */
@NullMarked
package dev.paperboy.source;

import org.jspecify.annotations.NullMarked;
