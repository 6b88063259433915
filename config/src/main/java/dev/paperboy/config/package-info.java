/** The composition root: reads the settings, wires the parts in their order, and starts and stops them. */
@NullMarked
package dev.paperboy.config;

import org.jspecify.annotations.NullMarked;
