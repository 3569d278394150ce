package dev.parley.agent.embedding;

import java.nio.ByteBuffer;

/**
 * A vector in few letters of JSON, whose reader wants it public.
 *
 * @param floats of 32 bits, big-endian
 */
public record Vector(byte[] floats) {
    static Vector of(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES);
        bytes.asFloatBuffer().put(vector);
        return new Vector(bytes.array());
    }

    float[] toArray() {
        float[] vector = new float[floats.length / Float.BYTES];
        ByteBuffer.wrap(floats).asFloatBuffer().get(vector);
        return vector;
    }
}
