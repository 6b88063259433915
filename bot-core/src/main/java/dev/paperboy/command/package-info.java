/** How a command is described, read and explained: once, as data, for both platforms. */
@NullMarked
package dev.paperboy.command;

import org.jspecify.annotations.NullMarked;
