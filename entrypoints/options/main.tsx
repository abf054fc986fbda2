import { Options } from '../../components/options/Options.tsx';
import { mountPage } from '../../components/shared/mount-page.tsx';
import '../../components/shared/tokens.css';

mountPage(<Options />);
