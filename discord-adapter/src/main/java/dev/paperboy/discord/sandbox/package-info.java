/**
 * A strict loopback stand-in of Discord: its REST API, its gateway, and the hands of the people who use it.
 * It refuses what Discord refuses, keeps Discord's deadlines, and breaks on request as Discord breaks.
 */
@NullMarked
package dev.paperboy.discord.sandbox;

import org.jspecify.annotations.NullMarked;
