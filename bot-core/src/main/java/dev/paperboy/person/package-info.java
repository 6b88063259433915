/** Who somebody is, and what is kept about them. */
@NullMarked
package dev.paperboy.person;

import org.jspecify.annotations.NullMarked;
