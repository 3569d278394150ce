package dev.parley.contracts.schema;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the comment of each class of a file, and keeps it under the class's canonical name. */
final class CommentCollector extends TreePathScanner<@Nullable Void, @Nullable Void> {

    private final DocTrees trees;
    private final Map<String, DocCommentTree> comments;

    CommentCollector(DocTrees trees, Map<String, DocCommentTree> comments) {
        this.trees = trees;
        this.comments = comments;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable Void nothing) {
        DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
        if (comment != null) {
            comments.put(canonicalName(getCurrentPath()), comment);
        }
        return super.visitClass(type, null);
    }

    private static String canonicalName(TreePath path) {
        Tree leaf = path.getLeaf();
        return switch (leaf) {
            case ClassTree type -> canonicalName(path.getParentPath()) + "." + type.getSimpleName();
            case CompilationUnitTree unit -> String.valueOf(unit.getPackageName());
            default -> canonicalName(path.getParentPath());
        };
    }
}
