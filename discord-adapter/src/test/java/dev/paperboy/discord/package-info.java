/** Tests of the Discord adapter, those at the wire against the strict stand-in. */
@NullMarked
package dev.paperboy.discord;

import org.jspecify.annotations.NullMarked;
