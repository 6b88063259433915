/** What a paper is: plain records with one identity whatever the route, and nothing but the JDK. */
@NullMarked
package dev.paperboy.paper;

import org.jspecify.annotations.NullMarked;
