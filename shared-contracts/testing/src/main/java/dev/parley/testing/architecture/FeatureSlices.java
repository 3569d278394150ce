package dev.parley.testing.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;

/** A feature is the second package below the root, with all below it: {@code root.service.feature..}. */
record FeatureSlices(DescribedPredicate<JavaClass> scope, String root) implements SliceAssignment {

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
        List<String> parts = partsBelow(root, type);
        if (parts.size() < 2 || !scope.test(type)) {
            return SliceIdentifier.ignore();
        }
        return SliceIdentifier.of(parts.get(0), parts.get(1));
    }

    @Override
    public String getDescription() {
        return "features";
    }

    /** The names of the packages between the root and the class; none for a class elsewhere. */
    static List<String> partsBelow(String root, JavaClass type) {
        String packageName = type.getBaseComponentType().getPackageName();
        if (!packageName.startsWith(root + ".")) {
            return List.of();
        }
        return List.of(packageName.substring(root.length() + 1).split("\\."));
    }
}
