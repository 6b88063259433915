@NullMarked
package dev.paperboy.slack;

import org.jspecify.annotations.NullMarked;
