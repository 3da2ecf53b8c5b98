/**
 * What mail programs read about a mailbox's settings: one file per format, each of which names its own routes and turns
 * a request into a document or into a plain "not ours". Whose settings are asked for is decided in one place
 * ({@code Served}), and XML is written in one place ({@code Xml}). Nothing here knows HTTP's library, a database or a
 * password; the only file that is read is the key that signs Apple profiles.
 */
@NullMarked
package org.postlotse.document;

import org.jspecify.annotations.NullMarked;
