/**
 * People: accounts, sign-ins and the tokens that prove them, profiles. Owns account, profile, sign_in, refresh_token,
 * signing_key, attempt, email_token. Publishes the keys that every service verifies access tokens with.
 */
@NullMarked
package dev.parley.conversation.identity;

import org.jspecify.annotations.NullMarked;
