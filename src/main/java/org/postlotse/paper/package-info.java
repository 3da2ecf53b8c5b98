/**
 * Pages on paper. {@link org.postlotse.paper.Press} turns a page of plain XHTML into a tagged PDF (ISO 14289-1, PDF/UA) with
 * the fonts in it, so that it looks and reads the same everywhere. It fetches nothing: pictures come inside the page. Only
 * so many are printed at once; who would wait too long is told so.
 */
@NullMarked
package org.postlotse.paper;

import org.jspecify.annotations.NullMarked;
