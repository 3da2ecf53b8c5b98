/**
 * What people read: every mail program's steps, its labels and its drawings. All of it is data in {@code web/clients}:
 * {@link GuidesReader} reads the folder at start and names every fault with its file and key; {@link Guides} hands out
 * the {@link Guide}s; a {@link Filling} puts a customer's own values into a step. One drawing is the source of the
 * picture, of its sentence for those who do not see it, of the table of values and of the copy buttons.
 */
@NullMarked
package org.postlotse.guide;

import org.jspecify.annotations.NullMarked;
