package org.postlotse.catalogue;

import java.net.URI;

/**
 * The hoster, as its customers know it.
 *
 * @param id its main domain; identifies it in documents
 * @param name at most 60 characters
 * @param shortName at most 20 characters
 * @param webmail where customers read mail in a browser
 * @param help where its own help begins
 * @param phone as people dial it
 * @param hours when the phone is answered, in words
 */
public record Provider(Domain id, String name, String shortName, URI webmail, URI help, String phone, String hours) {}
