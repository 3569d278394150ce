package dev.parley.platform.work;

import java.util.List;

/** Items of one service, as it tells them to another one. */
public record WorkList(List<WorkView> items) {
    public WorkList {
        items = List.copyOf(items);
    }
}
