package dev.parley.gateway.metrics;

/** The metrics of several services, each sample with its service's name. Not thread-safe. */
final class MergedMetrics {

    private final Exposition merged = new Exposition();

    /**
     * Adds what a process says.
     *
     * @param labels in Prometheus' notation, to tell replicas apart; empty for a service with one
     */
    void add(String service, String labels, Exposition said) {
        for (Family family : said.families()) {
            Family labelled = new Family(family.name());
            labelled.merge(family);
            labelled.samples().replaceAll(sample -> sample.with(labels, service));
            merged.family(family.name()).merge(labelled);
        }
    }

    /** Says whether a process could be asked, so that a missing one is seen to be missing. */
    void up(String service, String labels, boolean up) {
        Family family = merged.family("parley_service_up");
        family.help("Whether the gateway could read the metrics of this process");
        family.type("gauge");
        family.add(new Sample("parley_service_up", up ? " 1" : " 0").with(labels, service));
    }

    String text() {
        return merged.text();
    }
}
