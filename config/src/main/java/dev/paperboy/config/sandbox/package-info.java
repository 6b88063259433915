/**
 * The sandbox: both stand-ins and the bot in one process, a control API over them, and the page that shows two channels
 * side by side. It wires the bot as {@code run} does; only the addresses differ.
 */
@NullMarked
package dev.paperboy.config.sandbox;

import org.jspecify.annotations.NullMarked;
