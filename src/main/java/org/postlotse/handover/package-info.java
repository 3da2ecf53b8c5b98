/**
 * Carries what somebody has answered from one device to the next. On the first they get a {@link
 * org.postlotse.handover.Code} of six letters, on the second they type it; it is good for one use and for half an hour.
 * What is carried is sealed before it comes here, and the code is kept as a digest: who reads the database learns
 * neither. Guessing is counted, for each network and in all.
 */
@NullMarked
package org.postlotse.handover;

import org.jspecify.annotations.NullMarked;
