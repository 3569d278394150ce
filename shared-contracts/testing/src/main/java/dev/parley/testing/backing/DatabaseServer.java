package dev.parley.testing.backing;

/** A database server that runs until the JVM ends. */
interface DatabaseServer {
    TestDatabase create(String name);
}
