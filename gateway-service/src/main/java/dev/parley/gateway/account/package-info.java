/** The pages to which the links in mails lead. Owns no data; what they send goes through the API like anybody's request. */
@NullMarked
package dev.parley.gateway.account;

import org.jspecify.annotations.NullMarked;
