/** Paperboy on Discord, through JDA: what people do becomes values, answers become messages of components. */
@NullMarked
package dev.paperboy.discord;

import org.jspecify.annotations.NullMarked;
