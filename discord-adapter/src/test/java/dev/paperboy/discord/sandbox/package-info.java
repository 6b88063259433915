/** Tests of the stand-in, most of them with the real JDA as its client. */
@NullMarked
package dev.paperboy.discord.sandbox;

import org.jspecify.annotations.NullMarked;
