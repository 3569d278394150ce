package dev.parley.location.provider.gazetteer;

/** The bundled gazetteer, as it is in use without a file. */
final class Bundled {
    static final Gazetteer GAZETTEER = build();

    private Bundled() {}

    private static Gazetteer build() {
        GazetteerBuilder builder = new GazetteerBuilder(new Regions());
        BundledSettlements.cities().forEach(builder::add);
        BundledSettlements.neighbourhoods().forEach(builder::add);
        return builder.build();
    }
}
