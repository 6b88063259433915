@NullMarked
package dev.paperboy.discord;

import org.jspecify.annotations.NullMarked;
