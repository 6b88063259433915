/** Files of JSON Lines, plain or packed, read so that one bad line harms no other. */
@NullMarked
package dev.paperboy.source.jsonl;

import org.jspecify.annotations.NullMarked;
