/** The two doors in, wired to the rooms: commands and clicks on one side, reactions on the other. */
@NullMarked
package dev.paperboy;

import org.jspecify.annotations.NullMarked;
