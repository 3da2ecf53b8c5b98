/**
 * Pages and HTTP routes: the wizard for people, the documents' routes for mail programs. Pages are records that Qute
 * renders on the server; they work without script and ask nobody else's host for anything. Texts are data in both
 * languages. What is wrong with a request is said in the reader's words, once, in {@code Faults}.
 */
@NullMarked
package org.postlotse.web;

import org.jspecify.annotations.NullMarked;
