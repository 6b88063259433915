/** Who wants what, where and when: a channel's schedule, its topic, and the command that sets them. */
@NullMarked
package dev.paperboy.subscription;

import org.jspecify.annotations.NullMarked;
