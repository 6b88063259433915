/**
 * Proves that no post is lost and none comes twice: real bot processes between stand-ins of the platforms, killed and
 * disturbed at random, and judged by what the stand-ins hold against a calendar of its own.
 */
@NullMarked
package dev.paperboy.config.chaos;

import org.jspecify.annotations.NullMarked;
