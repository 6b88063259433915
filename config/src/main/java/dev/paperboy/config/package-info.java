@NullMarked
package dev.paperboy.config;

import org.jspecify.annotations.NullMarked;
