/**
 * What a hoster published before it had this product: a Mozilla autoconfig file is read once, by an operator at a
 * terminal, and becomes the beginning of a configuration. The file is a stranger's: it is read without document types
 * and within limits. Whatever can not be taken over is said with its line and the reason, never dropped in silence.
 */
@NullMarked
package org.postlotse.document.takeover;

import org.jspecify.annotations.NullMarked;
