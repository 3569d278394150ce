package dev.parley.agent.tool.place;

import java.util.Collection;

/** What the best and the worst neighbourhood of an area have, so that each can be judged among its own. */
record Scale(int mostCustomers, int mostCompetitors, int radiusM) {
    private static final double CUSTOMERS = 50;
    private static final double COMPETITION = 30;
    private static final double ACCESS = 20;

    static Scale of(Collection<Neighbourhood> all, int radiusM) {
        return new Scale(
                all.stream().mapToInt(Neighbourhood::customers).max().orElse(0),
                all.stream().mapToInt(Neighbourhood::competitors).max().orElse(0),
                radiusM);
    }

    /** 0…100: half for what brings customers, three tenths for little competition, two for being central. */
    int score(int customers, int competitors, int distanceM) {
        double demand = mostCustomers == 0 ? 0 : (double) customers / mostCustomers;
        double rivalry = mostCompetitors == 0 ? 0 : (double) competitors / mostCompetitors;
        double remoteness = Math.min(1, (double) distanceM / radiusM);
        return (int) Math.round(CUSTOMERS * demand + COMPETITION * (1 - rivalry) + ACCESS * (1 - remoteness));
    }
}
