package dev.parley.gateway.health;

/** What services stand on. */
enum Part {
    DATABASE("db"),
    BROKER("kafka"),
    REDIS("redis");

    private final String component;

    Part(String component) {
        this.component = component;
    }

    /** The name of its check at a management port. */
    String component() {
        return component;
    }
}
