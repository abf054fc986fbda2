import { Popup } from '../../components/popup/Popup.tsx';
import { mountPage } from '../../components/shared/mount-page.tsx';
import '../../components/shared/tokens.css';

mountPage(<Popup />);
