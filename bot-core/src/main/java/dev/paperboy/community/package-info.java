/** What the members of a server hand in for each other. */
@NullMarked
package dev.paperboy.community;

import org.jspecify.annotations.NullMarked;
