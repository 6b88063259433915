/** Checks what Paperboy needs before it can work, and says what to do about what is missing. */
@NullMarked
package dev.paperboy.config.doctor;

import org.jspecify.annotations.NullMarked;
