/**
 * Paperboy on Slack, through Bolt: what happens there becomes a call on the bot, what the bot answers becomes Block
 * Kit.
 */
@NullMarked
package dev.paperboy.slack;

import org.jspecify.annotations.NullMarked;
