package dev.parley.location.cache;

/**
 * What an answer is an answer to.
 *
 * @param query equal for questions that have the same answer; without control characters
 * @param provider who is asked, with the edition of its data
 */
public record CacheKey(String query, String provider) {
    // An entry of the table's index has to fit into a third of a page, at up to four bytes a character.
    private static final int LONGEST_QUERY = 400;

    public CacheKey {
        query = query.length() > LONGEST_QUERY ? Fingerprint.of(query) : query;
    }
}
