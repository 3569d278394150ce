package dev.parley.simulator.maps.world;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.SplittableRandom;

/** Ids that look like the real ones and depend on nothing but what they name. */
final class Ids {
    private static final int PLACE_ID_BYTES = 17;
    private static final long HIGHEST_OSM_ID = 12_000_000_000L;

    private Ids() {}

    static String placeId(String key) {
        byte[] bytes = new byte[PLACE_ID_BYTES];
        random(key).nextBytes(bytes);
        return "ChIJ" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static long osmId(String key) {
        return random(key).nextLong(1, HIGHEST_OSM_ID);
    }

    static SplittableRandom random(String key) {
        long seed = 1;
        for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
            seed = 31 * seed + b;
        }
        return new SplittableRandom(seed);
    }

    static SplittableRandom random(long seed, Object... key) {
        return random(seed + Arrays.toString(key));
    }
}
