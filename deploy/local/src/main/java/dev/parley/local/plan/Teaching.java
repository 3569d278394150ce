package dev.parley.local.plan;

import java.nio.file.Path;
import java.util.List;

/** What a JVM is given of what earlier ones have learnt, or is made to note down for later ones. Called from many threads. */
@FunctionalInterface
public interface Teaching {

    /** Every JVM learns for itself. */
    Teaching NONE = (_, jvm, _) -> jvm.untaught();

    /**
     * The whole command line.
     *
     * @param name of the process
     * @param build the folder that belongs to this build of the program
     */
    List<String> command(String name, JvmCommand jvm, Path build);
}
