/** The commands at the shell: each a class that reads its options, does one thing and returns an exit code. */
@NullMarked
package dev.paperboy.config.cli;

import org.jspecify.annotations.NullMarked;
