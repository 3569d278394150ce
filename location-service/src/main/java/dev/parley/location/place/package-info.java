/**
 * Where something is, and what is there: the questions, the providers they are put to ({@link
 * dev.parley.location.place.Geocoder}, {@link dev.parley.location.place.Places}), and the HTTP interface. Owns no data.
 *
 * <p>The bundled providers answer from memory in well under a millisecond, so the HTTP interface asks {@link
 * dev.parley.location.place.Lookups} on the request's own thread. A provider that is slow, costs money or has a quota must
 * not be asked so: its questions go to {@code location.requests} like those of other services and through the work of
 * {@code dev.parley.location.lookup}, and a request waits for the result.
 */
@NullMarked
package dev.parley.location.place;

import org.jspecify.annotations.NullMarked;
