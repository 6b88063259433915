@NullMarked
package dev.paperboy.paper;

import org.jspecify.annotations.NullMarked;
